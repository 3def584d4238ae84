using System.Collections;
using System.Collections.Concurrent;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace SageMakerIam.Tests;

/// <summary>
/// That the program's static members are the same in every run, as its project says to the rehearsal, which then compiles it once.
/// </summary>
public class StaticMembersTests
{
    private static readonly Assembly Program = typeof(StackProgram).Assembly;

    public static TheoryData<string> EachField => [.. Fields().Select(NameOf)];

    [Fact]
    public void Program_SaysSo() =>
        Program.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Should().Contain(metadata => metadata.Key == "StaticMembersAreTheSameInEveryRun");

    [Theory]
    [MemberData(nameof(EachField))]
    public void Field_IsSetOnce_AndNothingIsAddedToIt(string name)
    {
        var field = Fields().Single(field => NameOf(field) == name);

        field.IsInitOnly.Should().BeTrue();
        Grows(field.FieldType).Should().BeFalse("what one run leaves in it, the next would find");
    }

    [Theory]
    [InlineData(typeof(List<string>), true)]
    [InlineData(typeof(Dictionary<string, string>), true)]
    [InlineData(typeof(ConcurrentDictionary<string, string>), true)]
    [InlineData(typeof(ConcurrentDictionary<Type, string>), false)]
    [InlineData(typeof(string[]), false)]
    public void Collection_GrowsOrNot(Type collection, bool grows) => Grows(collection).Should().Be(grows);

    private static IEnumerable<FieldInfo> Fields() =>
        from type in Program.GetTypes()
        where !type.IsDefined(typeof(CompilerGeneratedAttribute)) && !type.ContainsGenericParameters
        from field in type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)
        where !field.IsLiteral
        select field;

    private static string NameOf(FieldInfo field) => $"{field.DeclaringType}.{field.Name}";

    /// <summary>Whether things can be added to a collection; what is remembered of a type is the same whenever it is asked.</summary>
    private static bool Grows(Type type)
    {
        var remembersTypes = type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ConcurrentDictionary<,>)
            && type.GenericTypeArguments[0] == typeof(Type);
        var isFixed = type.IsArray || remembersTypes || type.Namespace is "System.Collections.Immutable" or "System.Collections.Frozen";
        return !isFixed && type.IsAssignableTo(typeof(IEnumerable)) && type != typeof(string);
    }
}
