namespace Rehearsal.Engine;

/// <summary>A provider with its settings, as far as the engine knows one (pulumi/pulumi, <c>proto/pulumi/provider.proto</c>).</summary>
/// <remarks>
/// What it refuses is a <see cref="ProviderException"/>; what it cannot rehearse is an <see cref="EngineException"/>.
/// </remarks>
internal interface IProvider
{
    /// <summary>Checks what the program asks for, and completes it: values that are left out, a physical name that is.</summary>
    /// <param name="goal">What the program registered.</param>
    /// <param name="last">The resource as the last update left it, whose generated name is kept; null for a new one.</param>
    /// <param name="isReplacement">Whether the resource takes the place of the last one, and so not its generated name.</param>
    ResourceGoal Check(ResourceGoal goal, ResourceState? last, bool isReplacement = false);

    /// <summary>Which inputs of a resource differ, and what that means for it.</summary>
    /// <param name="last">The resource as the last update left it.</param>
    /// <param name="goal">The one that it is to become, checked.</param>
    InputDiff Diff(ResourceState last, ResourceGoal goal);

    /// <summary>Whether this provider works where another one does not, so that a resource of the other has to be made anew here.</summary>
    /// <param name="type">The resource's type token.</param>
    /// <param name="other">The provider that made the resource.</param>
    bool IsElsewhere(string type, IProvider other);

    /// <summary>Creates a resource.</summary>
    /// <param name="goal">What it is to be, checked.</param>
    /// <param name="isPreview">Whether nothing may be changed, and only what is known before is answered.</param>
    Task<MadeResource> CreateAsync(ResourceGoal goal, bool isPreview);

    /// <summary>Reads a resource that the stack may not have made; null when it does not exist.</summary>
    /// <param name="type">The resource's type token.</param>
    /// <param name="id">The resource's id.</param>
    Task<FoundResource?> ReadAsync(string type, string id);

    /// <summary>Reads a resource of the stack as it is now; null when it is gone.</summary>
    /// <param name="last">The resource as the last update left it.</param>
    Task<ResourceState?> RefreshAsync(ResourceState last);

    /// <summary>Changes a resource in place.</summary>
    /// <param name="last">The resource as the last update left it.</param>
    /// <param name="goal">What it is to be, checked.</param>
    /// <param name="isPreview">Whether nothing may be changed, and only what is known before is answered.</param>
    Task<MadeResource> UpdateAsync(ResourceState last, ResourceGoal goal, bool isPreview);

    /// <summary>Deletes a resource.</summary>
    Task DeleteAsync(ResourceState last);

    /// <summary>The properties of a resource that are known to be nothing, in a preview as well: the program hears null.</summary>
    /// <param name="state">The resource.</param>
    IEnumerable<string> Nulls(ResourceState state);

    /// <summary>Calls a function.</summary>
    /// <param name="token">The function's token.</param>
    /// <param name="arguments">Its arguments.</param>
    Task<PropertyMap> InvokeAsync(string token, PropertyMap arguments);
}
