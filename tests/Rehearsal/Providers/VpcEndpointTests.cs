using System.Collections.Immutable;
using Rehearsal.Engine;

namespace SageMakerIam.Tests.Rehearsal.Providers;

public class VpcEndpointTests(EmulatedAwsFixture aws) : IClassFixture<EmulatedAwsFixture>
{
    private const string OwnPolicy =
        """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":"*","Action":"sts:*","Resource":"*"}]}""";

    private static readonly ImmutableArray<object?> OneSubnet = ["subnet-0a1b"];
    private static readonly ImmutableArray<object?> TwoSubnets = ["subnet-0a1b", "subnet-0c2d"];
    private static readonly ImmutableArray<object?> RouteTables = ["rtb-0a1b"];

    [Fact]
    public async Task Endpoint_IsChangedInPlace_ButForItsVpcServiceAndType()
    {
        var stack = aws.NewStack();
        var first = await stack.UpAsync(program => InterfaceAsync(program, OneSubnet));

        var changed = await stack.UpAsync(program => InterfaceAsync(program, TwoSubnets, policy: OwnPolicy));
        var again = await stack.UpAsync(program => InterfaceAsync(program, TwoSubnets, policy: OwnPolicy));
        var moved = await stack.UpAsync(program => InterfaceAsync(program, TwoSubnets, "vpc-0c2d", OwnPolicy));

        changed.Steps.Should().ContainSingle(step => step.Kind == StepKind.Update);
        again.ChangedSomething.Should().BeFalse();
        moved.Steps.Should().ContainSingle(step => step.Kind == StepKind.Replace);
        IdOf(changed).Should().Be(IdOf(first));
        (await stack.ContentsAsync()).Should().Equal($"arn:aws:ec2:us-east-1:{stack.Account}:vpc-endpoint/{IdOf(moved)}");
    }

    // internal/service/ec2/vpc_endpoint.go: what is optional and computed stays as it was.
    [Fact]
    public async Task WhatAProgramNoLongerSays_StaysAsItWas()
    {
        var stack = aws.NewStack();
        await stack.UpAsync(program => InterfaceAsync(program, OneSubnet, policy: OwnPolicy));

        var leftOut = await stack.UpAsync(program => InterfaceAsync(program, null));
        var changed = await stack.UpAsync(program => InterfaceAsync(program, TwoSubnets));

        leftOut.ChangedSomething.Should().BeFalse();
        changed.State.Resources.Single(resource => resource.Id == IdOf(changed)).Outputs.Text("policy").Should().Contain("sts:*");
    }

    [Fact]
    public async Task EmptyList_IsSomethingThatAProgramSays()
    {
        var stack = aws.NewStack();
        await stack.UpAsync(program => InterfaceAsync(program, OneSubnet));

        var changed = await stack.UpAsync(program => InterfaceAsync(program, []));

        changed.Steps.Should().ContainSingle(step => step.Kind == StepKind.Update);
    }

    // internal/service/ec2/vpc_endpoint.go: each read sets the interfaces.
    [Fact]
    public async Task EachSubnet_HasAnInterface_WhichStaysWhileItDoes()
    {
        var stack = aws.NewStack();
        var one = await InterfacesAsync(OneSubnet);
        var two = await InterfacesAsync(TwoSubnets);
        var other = await InterfacesAsync(["subnet-0c2d"]);

        two.Should().HaveCount(2).And.StartWith(one);
        other.Should().Equal(two[1]);

        async Task<ImmutableArray<string>> InterfacesAsync(ImmutableArray<object?> subnets)
        {
            var made = await stack.UpAsync(program => InterfaceAsync(program, subnets));
            return made.State.Resources.Single(resource => resource.Id == IdOf(made)).Outputs.Texts("networkInterfaceIds");
        }
    }

    [Fact]
    public async Task EndpointWithoutAPolicy_LetsEverythingThrough_AndSaysSo()
    {
        var stack = aws.NewStack();
        var made = await stack.UpAsync(program => InterfaceAsync(program, OneSubnet));
        var outputs = made.State.Resources.Single(resource => resource.Goal.Type == "aws:ec2/vpcEndpoint:VpcEndpoint").Outputs;

        outputs.Text("policy").Should().Contain("\"Action\":\"*\"");
        (outputs.Text("state"), outputs.Text("vpcEndpointType"), outputs.Texts("routeTableIds")).Should()
            .BeEquivalentTo(("available", "Interface", ImmutableArray<string>.Empty));
        outputs.Texts("networkInterfaceIds").Should().ContainSingle().Which.Should().MatchRegex("^eni-[0-9a-f]{17}$");
        IdOf(made).Should().MatchRegex("^vpce-[0-9a-f]{17}$");
    }

    [Fact]
    public async Task SecondEndpointOfAService_IsRefusedInItsVpc()
    {
        var stack = aws.NewStack();
        var names = await stack.UpAsync(async program =>
        {
            await InterfaceAsync(program, OneSubnet, name: "one");
            await InterfaceAsync(program, OneSubnet, "vpc-0c2d", name: "elsewhere");
            await InterfaceAsync(program, OneSubnet, name: "two");
        });
        var routes = await aws.NewStack().UpAsync(async program =>
        {
            await GatewayAsync(program, "one");
            await GatewayAsync(program, "two");
        });

        names.Failures.Should().ContainSingle().Which.Message.Should()
            .StartWith("creating EC2 VPC Endpoint (com.amazonaws.us-east-1.sts): InvalidParameter: private-dns-enabled cannot be set");
        routes.Failures.Should().ContainSingle().Which.Message.Should().Contain("RouteAlreadyExists");
    }

    [Fact]
    public async Task DestroyedEndpoint_IsGone_AndTheUserIsToldWhatIsNotShown()
    {
        var stack = aws.NewStack();
        await stack.UpAsync(program => GatewayAsync(program, "s3"));
        await stack.Stack.DestroyAsync();

        (await stack.ContentsAsync()).Should().BeEmpty();
        stack.Emulated.StandIns.Effects.Should().ContainSingle().Which.Should().StartWith("Amazon EC2: VPC endpoints are kept beside");
    }

    private static string IdOf(UpdateResult result) =>
        result.State.Resources.Single(resource => resource.Goal.Type == "aws:ec2/vpcEndpoint:VpcEndpoint").Id!;

    private static Task<Registered> GatewayAsync(ProgramSession program, string name) => program.RegisterAsync(
        "aws:ec2/vpcEndpoint:VpcEndpoint", name,
        new { vpcId = "vpc-0a1b", serviceName = "com.amazonaws.us-east-1.s3", routeTableIds = RouteTables });

    private static Task<Registered> InterfaceAsync(
        ProgramSession program, ImmutableArray<object?>? subnetIds, string vpcId = "vpc-0a1b", string? policy = null,
        string name = "sts") => program.RegisterAsync("aws:ec2/vpcEndpoint:VpcEndpoint", name, new
        {
            vpcId,
            serviceName = "com.amazonaws.us-east-1.sts",
            vpcEndpointType = "Interface",
            subnetIds,
            privateDnsEnabled = true,
            policy,
        });
}
